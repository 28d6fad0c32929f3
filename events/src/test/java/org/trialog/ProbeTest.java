package org.trialog;
import org.junit.jupiter.api.Test;
class ProbeTest { @Test void runs() { org.junit.jupiter.api.Assertions.assertTrue(Runtime.version().feature() >= 25); } }
