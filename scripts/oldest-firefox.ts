/** The oldest Firefox that takes the extension: the current extended support release. */
export const OLDEST_FIREFOX = 153;
