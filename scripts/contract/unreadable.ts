/** The file cannot be read as a description of an API; the message says why, as a full sentence. */
export class Unreadable extends Error {}
