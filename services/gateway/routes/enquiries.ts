import { COMMANDS } from '@junkan/proto/commands.ts';
import type { Router } from 'express';
import { answers } from '../answers/answers.ts';
import { addressOf } from '../http/addresses.ts';
import { jsonReader, mustBeJson } from '../http/body.ts';
import { about, type Described } from '../http/describe.ts';
import { readPart } from '../http/problem.ts';
import { anybody } from '../http/public.ts';
import { rate } from '../http/rate.ts';
import { bodyShape } from '../http/shapes.ts';
import type { OnTime } from '../route.ts';
import type { Services } from '../services.ts';

const PATH = '/public/enquiries';
const readJson = jsonReader('64kb');
/** So often an address may write in an hour, and so often it may send anything: a whole city may be behind one address, and who mistypes does not use up what others write. */
const LETTERS = 20;
const REQUESTS = 400;
const HOUR_S = 3_600;

type Making = { readonly router: Router; readonly describe: (route: Omit<Described, 'tag'>) => void; readonly onTime: OnTime };

/** Anybody writes to the secretariat for a city, and is answered alike, whether or not anything is recorded. */
export function enquiryRoute({ router, describe, onTime }: Making, { programme }: Services): void {
  const body = bodyShape<Parameters<typeof programme.receiveEnquiry>[0]>(COMMANDS.programme.receiveEnquiry.request);
  const told = about(
    'sendEnquiry',
    'Write to the secretariat for a city that may want to sign, without sign-in; the answer is the same for everybody',
    answers.enquiryReceived,
  );
  describe({ method: 'post', path: PATH, about: told, kind: 'letter', body });
  const [requests, letters] = [rate(REQUESTS, 0, HOUR_S), rate(LETTERS, 0, HOUR_S)];
  router.post(PATH, async (request, response) => {
    await requests(addressOf(request), response);
    mustBeJson(request);
    const written = readPart('', body, (await readJson(request, response)) ?? {});
    await letters(addressOf(request), response);
    await onTime();
    const call = anybody(response);
    await programme.receiveEnquiry(written, { ...call, commandId: call.causationId });
    response.status(202).json({});
  });
}
