/**
 * How long a test waits before it says that it waited in vain. It costs nothing where things are quick, and a machine may
 * have something else to do.
 */
export const PATIENCE_MS = 60_000;
