package dev.twinlab.contract.conformance.twin;

import java.util.Map;

/**
 * One request of the stream, before the names in it are replaced by what each side has.
 *
 * @param number place in the stream, from 1
 * @param method HTTP method
 * @param target path and query; {@code {order:3}} stands for the side's fourth order, {@code {cursor:p}} for its last cursor of
 *     products, {@code {cursor:o}} of orders
 * @param headers names and values
 * @param body as sent; empty for none
 */
public record StreamRequest(int number, String method, String target, Map<String, String> headers, String body) {}
