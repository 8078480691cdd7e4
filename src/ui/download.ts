/** The browser takes the file from its address after the click. */
const REVOKE_AFTER_MS = 10_000;

/** Gives the user a file of this name. */
export function download(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_AFTER_MS);
}
