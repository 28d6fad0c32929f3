package org.trialog.command.web;

import jakarta.servlet.http.HttpServletRequest;
import org.trialog.command.door.Account;

/**
 * A request that brings an order.
 *
 * @param account who sends it
 * @param body as it came: its digest tells a retry from another order
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Sent(Account account, HttpServletRequest request, byte[] body) {}
