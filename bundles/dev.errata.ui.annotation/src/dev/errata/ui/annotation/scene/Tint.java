package dev.errata.ui.annotation.scene;

/**
 * A colour that a shape has for another reason than its class.
 *
 * @param rgb red, green and blue, eight bits each
 * @param value what the colour stands for; empty where there is no value
 */
public record Tint(int rgb, String value) {
}
