import { type Acted, type Finding, finding, type Recorded, type Stored, sha256, streamsOf } from './facts.ts';

type Check = (holds: boolean, fault: () => string) => void;
type Events = readonly Recorded[];

/**
 * 51. An adoption has its file, is of the draft that was delivered, is decided after its delivery, and is recorded by one person and checked by another; the library
 * shows what was checked, and nothing else.
 */
export function adoptionsHaveTheirFile({ programme }: Pick<Stored, 'programme'>): Finding {
  const { check, result } = finding();
  const checked = new Set<string>();
  for (const [request, events] of streamsOf(programme, 'req')) checkAdoption(request, events, { check, checked });
  for (const [entry, events] of streamsOf(programme, 'pol'))
    for (const { type, data } of events)
      if (type === 'InstrumentAdopted')
        check(checked.has(`${data.request}/${entry}`), () => `${entry} shows the adoption of ${data.request}, which nobody has checked`);
  return result();
}

type Checking = { readonly check: Check; readonly checked: Set<string> };

function checkAdoption(request: string, events: Events, { check, checked }: Checking): void {
  let delivered: Recorded | undefined;
  let adopted: Recorded | undefined;
  for (const event of events as readonly Acted[]) {
    const { type, data, version } = event;
    const what = `${type} of ${request}@${version}`;
    if (type === 'PolicyDraftDelivered') delivered = event;
    if (type === 'AdoptionReturned') adopted = undefined;
    if (type === 'PolicyAdopted') {
      check((data.documents ?? []).length > 0, () => `${what} has no file`);
      check(delivered?.data.draft === data.draft, () => `${what} is of draft ${data.draft}, which was not delivered`);
      // A day of the city may begin before that of the clock.
      check(data.decidedOn >= dayBefore(delivered?.at ?? ''), () => `${what} was decided on ${data.decidedOn}, before the delivery`);
      adopted = event;
    }
    if (type !== 'AdoptionChecked') continue;
    check(adopted !== undefined, () => `${what} checks what nobody recorded`);
    check(adopted?.data.by !== data.by, () => `${what} is recorded and checked by ${data.by}`);
    for (const { instrument } of data.distances ?? []) checked.add(`${request}/${instrument}`);
  }
}

const DAY_MS = 86_400_000;
const dayBefore = (at: string): string => (at === '' ? '9999' : new Date(Date.parse(at) - DAY_MS).toISOString().slice(0, 10));

/**
 * 52. Who drafts has declared that no interest keeps it from that, is of another city, and was not assigned by the same person; and each comment on what was
 * delivered, of the parties and of everybody, was answered or hidden by then.
 */
export function draftsAreOfTheFree({ programme }: Pick<Stored, 'programme'>): Finding {
  const { check, result } = finding();
  for (const [request, events] of streamsOf(programme, 'req')) checkDrafting(request, events, check);
  return result();
}

const ANSWERED: readonly string[] = ['PartnerCommentAnswered', 'PublicCommentAnswered', 'CommentHidden'];

function checkDrafting(request: string, events: Events, check: Check): void {
  const city = events[0]?.data.city;
  const open = new Set<number>();
  let [assigned, free] = ['', ''];
  for (const { type, data, version, person } of events as readonly Acted[]) {
    const what = `${type} of ${request}@${version}`;
    if (type === 'ExpertAssigned') {
      check(data.person !== person, () => `${what}: ${person} has assigned oneself`);
      check(data.organisation !== city, () => `${what}: ${data.person} is of the same city`);
      [assigned, free] = [data.person, ''];
    }
    if (type === 'ExpertInterestsDeclared') {
      check(data.person === assigned, () => `${what}: ${data.person} is not the expert`);
      free = (data.interests ?? []).length === 0 ? data.person : '';
    }
    if (type === 'ExpertReleased') [assigned, free] = ['', ''];
    if (type === 'PartnerCommentMade' || type === 'PublicCommentMade') open.add(data.comment);
    if (ANSWERED.includes(type)) open.delete(data.comment);
    if (type === 'PolicyDraftOffered' && data.organisation !== city)
      check(data.person === free, () => `${what}: ${data.person} drafts without having declared that there is no interest`);
    if (type !== 'PolicyDraftDelivered') continue;
    check(data.person === free, () => `${what}: ${data.person} delivers without having declared that there is no interest`);
    check(open.size === 0, () => `${what}: comments ${[...open].join(', ')} wait for an answer`);
  }
}

/** 53. What is published of a policy, and each version of a draft, is what its hash says; versions are counted one by one. */
export function versionsAreAsHashed({ programme }: Pick<Stored, 'programme'>): Finding {
  const { check, result } = finding();
  for (const [entry, events] of streamsOf(programme, 'pol')) {
    let drafted: Recorded | undefined;
    let number = 0;
    for (const event of events) {
      const { type, data, version } = event;
      if (type === 'InstrumentDrafted') {
        check(data.hash === sha256(canonical(data.content)), () => `the draft of ${entry}@${version} is not what its hash says`);
        drafted = event;
      }
      if (type !== 'InstrumentPublished') continue;
      number += 1;
      check(data.number === number && data.hash === drafted?.data.hash, () => `version ${data.number} of ${entry} is not what was drafted`);
    }
  }
  for (const [request, events] of streamsOf(programme, 'req')) {
    const hashes: string[] = [];
    for (const { type, data } of events) {
      if (type === 'PolicyDraftOffered') {
        // biome-ignore lint/suspicious/noExplicitAny: read as stored
        const texts = (data.paragraphs ?? []).map(({ text }: any) => text);
        hashes.push(data.hash);
        check(
          data.number === hashes.length && data.hash === sha256(JSON.stringify(texts)),
          () => `version ${data.number} of the draft of ${request} is not what its hash says`,
        );
      }
      if (type === 'PolicyDraftDelivered')
        check(data.hash === hashes[data.draft - 1], () => `what ${request} delivered is not version ${data.draft}`);
    }
  }
  return result();
}

/** The names of fields in order, without what is empty. */
const canonical = (content: unknown): string => JSON.stringify(sorted(content));
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const said = Object.entries(value).filter(([, inner]) => inner !== '' && !(Array.isArray(inner) && inner.length === 0));
  return Object.fromEntries(said.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => [name, sorted(inner)]));
}
