/** Crockford's alphabet: no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SIGNS = 11;

/** Luhn's check over 32 signs: one sign that is wrong is always noticed, and two that changed places nearly always. */
function checkSign(signs: string): string {
  const total = [...signs].toReversed().reduce((sum, sign, at) => {
    const step = ALPHABET.indexOf(sign) * (at % 2 === 0 ? 2 : 1);
    return sum + Math.floor(step / 32) + (step % 32);
  }, 0);
  return ALPHABET[(32 - (total % 32)) % 32] as string;
}

const written = (signs: string): string => [signs.slice(0, 4), signs.slice(4, 8), signs.slice(8)].join('-');

/** A code of 55 random bits and a check sign, for example 7K3M-9QX2-TVBS. `bytes`: at least eleven. */
export function codeOf(bytes: Uint8Array): string {
  const signs = Array.from(bytes.subarray(0, SIGNS), (byte) => ALPHABET[byte % 32]).join('');
  return written(`${signs}${checkSign(signs)}`);
}

/** The code that somebody has typed, as it is written; nothing for what is none. Case, blanks, hyphens, O for 0, and I and L for 1 are forgiven. */
export function codeIn(typed: string): string | undefined {
  const signs = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  if (signs.length !== SIGNS + 1 || [...signs].some((sign) => !ALPHABET.includes(sign))) return undefined;
  if (checkSign(signs.slice(0, SIGNS)) !== signs[SIGNS]) return undefined;
  return written(signs);
}
