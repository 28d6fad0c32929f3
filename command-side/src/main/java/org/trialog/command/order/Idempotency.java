package org.trialog.command.order;

/**
 * What makes a retry safe: an order given again under the same key, account and path with the same body gets the first
 * acceptance again and records nothing. Kept for 30 days, in the order's own transaction; refusals are not kept.
 *
 * @param path of the request, without its query
 * @param key as the sender chose it
 * @param digest of the body as it was sent, hexadecimal: of the body, never the body
 */
public record Idempotency(String account, String path, String key, String digest) {}
