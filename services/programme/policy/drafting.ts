import { daysAfter } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, refuse } from '@junkan/kit/pure/decision.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { kindOf } from '@junkan/proto/actor.ts';
import type { DraftParagraph } from '@junkan/proto/junkan/programme/v1/facts.ts';
import type { OpenCircle } from '@junkan/proto/junkan/programme/v1/language.ts';
import {
  type CommandOf,
  type Comment,
  type Decision,
  type Draft,
  type Existing,
  inAnotherStatus,
  isExpert,
  newestDraft,
  type OfferedParagraph,
  openComments,
  openWindow,
} from './request.ts';

// Of drafts, what is said at their paragraphs, and how that is answered.

/** Whether it is drafted now, and by this expert. */
function faultOfExpert(state: Existing, by: Actor): Decision | undefined {
  if (!isExpert(state, by)) return refuse({ type: 'NotTheExpert' });
  if (state.status === 'assigned') return refuse({ type: 'ExpertInterestsAreMissing' });
  return state.status === 'in-work' ? undefined : inAnotherStatus(state);
}

export function offer(command: CommandOf<'OfferDraft'>, state: Existing): Decision {
  const { base, paragraphs, hash, now, by } = command;
  const ofCity = by.organisation === state.city && state.status === 'in-work';
  const fault = ofCity ? undefined : faultOfExpert(state, by);
  if (fault) return fault;
  const last = newestDraft(state);
  if (last && last.base === base && last.by === by.person && last.hash === hash) return alreadyApplied;
  if (paragraphs.length === 0 || paragraphs.some(({ text }) => text.trim() === '')) return refuse({ type: 'ParagraphsAreMissing' });
  if (base !== (last?.number ?? 0))
    return refuse({ type: 'VersionIsAnother', newest: last?.number ?? 0, paragraphs: editedTwice(state, command) });
  const before = new Map((last?.paragraphs ?? []).map((each) => [each.key, each]));
  const keys = paragraphs.map(({ key }) => key).filter((key) => key !== 0);
  const stray = keys.find((key, at) => !before.has(key) || keys.indexOf(key) < at);
  if (stray !== undefined) return refuse({ type: 'ParagraphIsUnknown', paragraph: stray });
  const { person, organisation } = by;
  const written = writtenBy(person, paragraphs, before, state.nextKey);
  const number = (last?.number ?? 0) + 1;
  return accept({ type: 'PolicyDraftOffered', number, base, paragraphs: written, hash, at: now, person, organisation });
}

/** What is as it was keeps who wrote it; what is new has a key of its own. */
function writtenBy(
  person: string,
  paragraphs: readonly OfferedParagraph[],
  before: ReadonlyMap<number, DraftParagraph>,
  firstKey: number,
): DraftParagraph[] {
  let next = firstKey;
  return paragraphs.map(({ key, text }) => {
    const old = before.get(key);
    if (old) return old.text === text ? old : { key, text, by: person };
    next += 1;
    return { key: next - 1, text, by: person };
  });
}

/** The paragraphs that both have changed: who offers, and who was there before. */
function editedTwice({ drafts }: Existing, { base, paragraphs }: CommandOf<'OfferDraft'>): number[] {
  const from = drafts.find(({ number }) => number === base);
  const last = drafts.at(-1);
  const textIn = (draft: Pick<Draft, 'paragraphs'> | undefined, key: number) => draft?.paragraphs.find((each) => each.key === key)?.text;
  return paragraphs
    .filter(({ key, text }) => textIn(from, key) !== text && textIn(from, key) !== textIn(last, key))
    .map(({ key }) => key)
    .filter((key) => key !== 0);
}

/** In whose circle somebody is. */
export function isInCircle(state: Existing, circle: OpenCircle, by: Actor): boolean {
  switch (circle) {
    case 'partner':
      return by.organisation === state.city || kindOf(by.organisation) === 'secretariat' || isExpert(state, by);
    case 'public':
      return true;
  }
}

type Saying = CommandOf<'CommentOnDraft' | 'CommentInternally'>;

/** Whether it is said at a paragraph of the draft that is spoken of. */
function faultOfPlace(state: Existing, newest: number, { draft: number, paragraph, note }: Saying): Decision | undefined {
  const draft = state.drafts.find((each) => each.number === number);
  if (!draft) return refuse({ type: 'DraftIsUnknown', draft: number });
  if (number !== newest) return refuse({ type: 'VersionIsAnother', newest, paragraphs: [] });
  if (!draft.paragraphs.some(({ key }) => key === paragraph)) return refuse({ type: 'ParagraphIsUnknown', paragraph });
  return note === '' ? refuse({ type: 'NoteIsMissing' }) : undefined;
}

const isRepeat = ({ draft, paragraph, note, by }: Saying, each: Comment): boolean =>
  each.by === by.person && each.draft === draft && each.paragraph === paragraph && each.note === note;

export function comment(command: CommandOf<'CommentOnDraft'>, state: Existing): Decision {
  const { draft, paragraph, circle, note, now, by } = command;
  if (!isInCircle(state, circle, by)) return refuse({ type: 'NotInTheCircle', circle });
  const window = openWindow(state, now);
  if (circle === 'public' && !window) return refuse({ type: 'WindowIsClosed' });
  if (state.status !== 'in-work') return inAnotherStatus(state);
  const newest = circle === 'public' ? (window?.draft ?? 0) : (newestDraft(state)?.number ?? 0);
  const fault = faultOfPlace(state, newest, command);
  if (fault) return fault;
  if (state.comments.some((each) => each.circle === circle && isRepeat(command, each))) return alreadyApplied;
  const said = { comment: state.comments.length + 1, draft, paragraph, note, at: now };
  const { person, organisation } = by;
  return accept({ type: circle === 'public' ? 'PublicCommentMade' : 'PartnerCommentMade', ...said, person, organisation });
}

/** The city goes on among itself until its council decides. */
export function commentInternally(command: CommandOf<'CommentInternally'>, state: Existing): Decision {
  const { draft, paragraph, note, now, by } = command;
  if (state.status !== 'in-work' && state.status !== 'delivered') return inAnotherStatus(state);
  const fault = faultOfPlace(state, newestDraft(state)?.number ?? 0, command);
  if (fault) return fault;
  if (state.internalComments.some((each) => isRepeat(command, each))) return alreadyApplied;
  const comment = state.internalComments.length + 1;
  return accept({ type: 'InternalCommentMade', comment, draft, paragraph, note, at: now, by: by.person });
}

type Answering = CommandOf<'AnswerComment' | 'AnswerInternalComment'>;

/** An answer names the version in which a comment is taken up, which is a later one; or it says why it is not. */
function faultOfAnswer(
  state: Existing,
  found: Comment | undefined,
  { comment: number, commentOutcome: outcome, takenUpIn, note, by }: Answering,
): Decision | undefined {
  if (!found) return refuse({ type: 'CommentIsUnknown', comment: number });
  const isSame =
    found.outcome === outcome &&
    found.takenUpIn === (outcome === 'taken-up' ? takenUpIn : 0) &&
    found.endNote === note &&
    found.answeredBy === by.person;
  if (found.outcome !== '') return isSame ? alreadyApplied : refuse({ type: 'CommentIsAnswered' });
  if (found.hidden !== '') return refuse({ type: 'CommentIsHidden' });
  if (outcome === 'not-taken-up') return note === '' ? refuse({ type: 'NoteIsMissing' }) : undefined;
  const isLater = takenUpIn > found.draft && state.drafts.some((each) => each.number === takenUpIn);
  return isLater ? undefined : refuse({ type: 'DraftIsUnknown', draft: takenUpIn });
}

const answerIn = ({ comment: number, commentOutcome: outcome, takenUpIn, note, now }: Answering) => ({
  comment: number,
  outcome,
  takenUpIn: outcome === 'taken-up' ? takenUpIn : 0,
  note,
  at: now,
});

export function answer(command: CommandOf<'AnswerComment'>, state: Existing): Decision {
  const { person, organisation } = command.by;
  const found = state.comments.find(({ number }) => number === command.comment);
  const fault = faultOfExpert(state, command.by) ?? faultOfAnswer(state, found, command);
  if (fault) return fault;
  const type = found?.circle === 'public' ? 'PublicCommentAnswered' : 'PartnerCommentAnswered';
  return accept({ type, ...answerIn(command), person, organisation });
}

export function answerInternal(command: CommandOf<'AnswerInternalComment'>, state: Existing): Decision {
  const found = state.internalComments.find(({ number }) => number === command.comment);
  if (state.status !== 'in-work' && state.status !== 'delivered') return inAnotherStatus(state);
  return faultOfAnswer(state, found, command) ?? accept({ type: 'InternalCommentAnswered', ...answerIn(command), by: command.by.person });
}

export function hide({ comment: number, hiddenBecause: because, now, by }: CommandOf<'HideComment'>, state: Existing): Decision {
  const found = state.comments.find((each) => each.number === number && each.circle === 'public');
  if (!found) return refuse({ type: 'CommentIsUnknown', comment: number });
  if (found.hidden !== '') return found.hidden === because ? alreadyApplied : refuse({ type: 'CommentIsHidden' });
  return accept({ type: 'CommentHidden', comment: number, because, at: now, by: by.person });
}

export function openWindowOn({ draft, days, now, by }: CommandOf<'OpenCommentWindow'>, state: Existing): Decision {
  if (state.status !== 'in-work') return inAnotherStatus(state);
  const newest = newestDraft(state)?.number ?? 0;
  if (newest === 0) return refuse({ type: 'DraftIsUnknown', draft });
  if (draft !== newest) return refuse({ type: 'VersionIsAnother', newest, paragraphs: [] });
  const window = openWindow(state, now);
  if (window) return refuse({ type: 'WindowIsOpen', until: window.until });
  return accept({ type: 'CommentWindowOpened', draft, until: daysAfter(now, days), at: now, by: by.person });
}

export function deliver({ draft, now, by }: CommandOf<'DeliverDraft'>, state: Existing): Decision {
  if (state.status === 'delivered' && isExpert(state, by) && state.delivered === draft) return alreadyApplied;
  const fault = faultOfExpert(state, by);
  if (fault) return fault;
  const last = newestDraft(state);
  if (!last) return refuse({ type: 'DraftIsUnknown', draft });
  if (draft !== last.number) return refuse({ type: 'VersionIsAnother', newest: last.number, paragraphs: [] });
  const window = openWindow(state, now);
  if (window) return refuse({ type: 'WindowIsOpen', until: window.until });
  const open = openComments(state.comments).map(({ number }) => number);
  if (open.length > 0) return refuse({ type: 'CommentIsOpen', comments: open });
  const { person, organisation } = by;
  return accept({ type: 'PolicyDraftDelivered', draft, hash: last.hash, at: now, person, organisation });
}
