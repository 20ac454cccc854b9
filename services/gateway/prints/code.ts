import { type Keys, programOfKey } from '@junkan/kit/keys.ts';
import { decodeProtectedHeader, jwtVerify, SignJWT } from 'jose';
import { BadRequest } from '../http/problem.ts';
import { type Printed, printed } from './printed.ts';

// Nothing of a print is stored: its code says what it says, and who has signed it.

const TYPE = 'print+jwt';
const AUDIENCE = 'print';

export type PrintCodes = ReturnType<typeof printCodes>;

/** Codes of prints, signed with the gateway’s own key. */
export function printCodes({ program, own, publicKey }: Keys) {
  return {
    codeOf: (of: Printed): Promise<string> =>
      new SignJWT({ of })
        .setProtectedHeader({ alg: 'EdDSA', typ: TYPE, kid: own.id })
        .setIssuer(program)
        .setAudience(AUDIENCE)
        .sign(own.key),
    /** @throws BadRequest 404 where this installation has signed no such print. */
    async printedOf(code: string): Promise<Printed> {
      try {
        const { kid = '' } = decodeProtectedHeader(code);
        const key = programOfKey(kid) === program ? publicKey(kid) : undefined;
        if (!key) throw new Error('no such key');
        const { payload } = await jwtVerify(code, key, { algorithms: ['EdDSA'], issuer: program, audience: AUDIENCE, typ: TYPE });
        return printed.parse(payload['of']);
      } catch {
        throw new BadRequest(404, 'CodeIsOfNoPrint');
      }
    },
  };
}
