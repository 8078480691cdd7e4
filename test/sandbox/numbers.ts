/** The ten digits of a Belgian number in any notation (`BE 0001.004.246`, `1004246`-style nine digits are padded). */
export function tenDigits(text: string): string {
  const digits = text.replace(/\D/g, '');
  return digits.length === 9 ? `0${digits}` : digits;
}

/** Whether a text is a Belgian enterprise number: ten digits, first 0 or 1, last two = 97 - (first eight mod 97). */
export function isEnterpriseNumber(text: string): boolean {
  const digits = tenDigits(text);
  return /^[01]\d{9}$/.test(digits) && checkDigits(digits.slice(0, 8)) === digits.slice(8);
}

/** `0001004246` as `0001.004.246`. */
export function dotted(digits: string): string {
  return `${digits.slice(0, 4)}.${digits.slice(4, 7)}.${digits.slice(7)}`;
}

/** The enterprise number whose first eight digits are `first`. */
export function enterpriseNumberOf(first: number): string {
  const digits = String(first).padStart(8, '0');
  return digits + checkDigits(digits);
}

function checkDigits(firstEight: string): string {
  return String(97 - (Number(firstEight) % 97)).padStart(2, '0');
}
