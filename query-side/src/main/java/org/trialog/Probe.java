package org.trialog; final class Probe { private Probe() {} }
