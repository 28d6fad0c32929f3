package org.trialog.events.study;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A protocol version was published, whole. An amendment is a new version.
 *
 * @param version counts up from 1
 * @param definition the protocol file as JSON; {@code Protocol.of(definition)} reads it
 */
public record ProtocolPublished(int version, JsonNode definition) implements StudyEvent {}
