import { asPart, type Received } from '@junkan/kit/call.ts';
import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { ProblemError } from '@junkan/kit/problem.ts';
import { dateOf } from '@junkan/kit/pure/dates.ts';
import { draftWords } from '@junkan/kit/store/texts.ts';
import { enquiryIdParts, REJECTIONS } from '@junkan/proto/junkan/programme/v1/language.ts';
import { asking, type Commands, type Parts, stamped } from '../../api/parts.ts';
import { enquiries } from '../../mapping.ts';
import { MAX_A_DAY, wordsIn } from '../enquiry.ts';

type EnquiryRpcs = 'receiveEnquiry' | 'answerEnquiry' | 'linkEnquiry' | 'closeEnquiry' | 'escalateEnquiry' | 'forgetEnquiry';
type Written = Parameters<Commands['receiveEnquiry']>[0];

const NUMBERS = Array.from({ length: MAX_A_DAY }, (_, at) => at + 1);

export function enquiryCommands(parts: Parts): Pick<Commands, EnquiryRpcs> {
  const { store, texts, clock, registry } = parts;
  const run = commander(store, enquiries, REJECTIONS);
  const said = withNote(run, texts);
  const at = stamped(clock);
  return {
    async receiveEnquiry(written, call) {
      const hash = parts.mailHash(written.email, dateOf(clock.now()));
      // Who has written so often today that there is no number left is answered like everybody else.
      for (const number of NUMBERS) {
        try {
          await received(parts, written, { hash, number }, call);
          break;
        } catch (error) {
          if (!isOfAnother(error)) throw error;
        }
      }
      return {};
    },
    answerEnquiry: ({ enquiry, how, note: words }, call) =>
      said(enquiry, words, call, (note) => ({ type: 'AnswerEnquiry', how, note, ...at(call) })),
    async linkEnquiry({ enquiry, organisation }, call) {
      // ProblemError if nobody is registered under this id.
      await registry.getProposer({ id: organisation }, asking(call));
      return run(enquiry, { type: 'LinkEnquiry', organisation, ...at(call) }, call);
    },
    closeEnquiry: ({ enquiry, reason, note: words }, call) =>
      said(enquiry, words, call, (note) => ({ type: 'CloseEnquiry', reason, note, ...at(call) })),
    escalateEnquiry: ({ enquiry }, call) => run(enquiry, { type: 'EscalateEnquiry', ...at(call) }, call),
    async forgetEnquiry({ enquiry }, call) {
      const answer = await run(enquiry, { type: 'ForgetEnquiry', ...at(call) }, call);
      const { state } = await store.load(enquiries, enquiry);
      // Also where it is only repeated: the one before may not have come so far.
      if (state.status === 'forgotten') await texts.erase(wordsIn(state));
      return answer;
    },
  };
}

/** Receives what was written under one of the numbers of its day. @throws ProblemError where that is of another enquiry. */
async function received(
  { store, texts, clock }: Parts,
  { cityName, country, language, name, contactRole, email, note }: Written,
  { hash, number }: { readonly hash: string; readonly number: number },
  call: Received,
): Promise<void> {
  const stream = idFrom(...enquiryIdParts(hash, String(number)));
  const { references, keep } = await draftWords(texts, [name, contactRole, email, note], { stream, by: call.actor });
  const [nameOf = '', roleOf = '', emailOf = '', noteOf = ''] = references;
  const said = { cityName, country, language, writer: { name: nameOf, contactRole: roleOf, email: emailOf }, note: noteOf };
  const command = { type: 'ReceiveEnquiry', ...said, hash, number, now: clock.now(), by: call.actor } as const;
  await commander(store, enquiries, REJECTIONS)(stream, command, asPart(call, `${call.commandId}/${number}`), keep);
}

const isOfAnother = (error: unknown): boolean => error instanceof ProblemError && error.problem.type === 'EnquiryIsInAnotherStatus';
