package dev.errata.formats.coco;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonToken;

import dev.errata.formats.io.IssueLog;
import dev.errata.formats.json.JsonCursor;
import dev.errata.formats.text.Ids;

/** A record of a COCO results file. */
final class ResultRecord extends CocoRecord {

    private static final int SCORE = 1 << 8;

    double score;

    ResultRecord(JsonCursor cursor, IssueLog log, Ids imageIds, Ids categoryIds) {
        super(cursor, log, imageIds, categoryIds);
    }

    @Override
    void reset() {
        score = Double.NaN;
    }

    @Override
    boolean ownField(String name) throws IOException {
        if (!name.equals("score")) {
            return false;
        }
        first(SCORE);
        JsonToken token = parser.nextToken();
        if (token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT) {
            score = cursor.number();
        }
        if (Double.isNaN(score)) {
            problem("coco.score.number", "The score must be a finite number.");
            cursor.skip();
        } else if (score < 0 || score > 1) {
            problem("coco.score.range", "The score must be from 0 to 1.");
        }
        return true;
    }

    @Override
    void finish() {
        checkCommon();
        if (Double.isNaN(score)) {
            problem("coco.score.missing", "The prediction has no score.");
        }
    }

    @Override
    String pointer() {
        return "/" + position;
    }

    @Override
    String recordName() {
        return "[" + position + "]";
    }
}
