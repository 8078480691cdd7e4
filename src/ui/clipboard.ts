/** Puts a text in the clipboard, in a click; false where the browser refuses it. */
export const copyText = (content: string): Promise<boolean> =>
  navigator.clipboard.writeText(content).then(
    () => true,
    () => false,
  );
