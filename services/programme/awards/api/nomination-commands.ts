import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import { mustHold } from '@junkan/kit/grpc/must-hold.ts';
import { endOf } from '@junkan/kit/pure/dates.ts';
import { REJECTIONS } from '@junkan/proto/junkan/programme/v1/language.ts';
import { ROLES } from '@junkan/proto/junkan/programme/v1/roles.ts';
import { type Commands, type Parts, stampOf } from '../../api/parts.ts';
import { isInGoodStanding, signatoryOfCity, wasInGoodStanding } from '../../judging/api/record.ts';
import { cycles, nominations } from '../../mapping.ts';
import { wordsIn } from '../../reports/api/words.ts';
import { canBeMended, type Existing, type State } from '../nomination.ts';
import { actionsOfOthers, lackingOf, lastValuesOf, nominationIdOf, seriesOfOthers, valuesOf, verifiedShareOf } from './known.ts';

type Entering = 'nominate' | 'agreeToNomination' | 'reviseNomination' | 'signOffNomination' | 'screenNomination' | 'withdrawNomination';
type Afterwards = 'objectToOutcome' | 'answerObjection' | 'proposePrizeWithdrawal' | 'answerPrizeWithdrawal' | 'decidePrizeWithdrawal';

export const nominationCommands = (parts: Parts): Pick<Commands, Entering | Afterwards> => ({ ...entering(parts), ...afterwards(parts) });

function entering(parts: Parts): Pick<Commands, Entering> {
  const { store, texts } = parts;
  const run = commander(store, nominations, REJECTIONS);
  const enter = commander(store, cycles, REJECTIONS);
  const said = withNote(run, texts);
  return {
    async nominate({ cycle, category, city, title, note: words, actions, series }, call) {
      mustHold(call.actor, ROLES.Nominate);
      const { state } = await store.load(cycles, cycle);
      const isThere = state.status !== 'absent' && state.categories.some(({ code }) => code === category);
      const of = state.status === 'absent' ? undefined : await signatoryOfCity(parts, state.declaration, city);
      const closesOn = state.status === 'absent' ? '' : state.closesOn;
      const facts = {
        isOpen: isThere && state.status === 'open' && parts.clock.now() <= endOf(state.closesOn),
        closesOn,
        isSignatory: of !== undefined && isInGoodStanding(of.state, parts.clock.now()),
        country: of?.state.place.country ?? '',
        words: wordsIn(words),
        ofOthers: await actionsOfOthers(parts, city, actions),
        seriesOfOthers: await seriesOfOthers(parts, city, series),
      };
      const about = { cycle, category, city, title, actions, series };
      return said(nominationIdOf(cycle, category, city), words, call, (note) => ({
        type: 'Nominate',
        ...about,
        note,
        ...facts,
        ...stampOf(parts, call),
      }));
    },
    agreeToNomination: ({ nomination }, call) => run(nomination, { type: 'AgreeToNomination', ...stampOf(parts, call) }, call),
    async reviseNomination({ nomination, title, note: words, actions, series }, call) {
      const { state } = await store.load(nominations, nomination);
      const facts = { words: wordsIn(words), ...(await ofOthers(parts, state, { actions, series })) };
      return said(nomination, words, call, (note) => ({
        type: 'ReviseNomination',
        title,
        note,
        actions,
        series,
        ...facts,
        ...stampOf(parts, call),
      }));
    },
    async signOffNomination({ nomination }, call) {
      const { state } = await store.load(nominations, nomination);
      const facts = state.status === 'absent' ? NOTHING : await handedIn(parts, state);
      const command = { type: 'SignOffNomination', ...facts, ...stampOf(parts, call) } as const;
      // It is in time where the award has taken it; one that was taken and is not recorded after all is entered again.
      return run(nomination, command, call, async () => {
        if (state.status === 'absent') return;
        const { cycle, category, city, country } = state;
        const isMended = canBeMended(state, parts.clock.now());
        const own = { ...call, expectedVersion: undefined };
        await enter(cycle, { type: 'EnterNomination', nomination, category, city, country, isMended, ...stampOf(parts, call) }, own);
      });
    },
    async screenNomination({ nomination, reasons }, call) {
      const { state } = await store.load(nominations, nomination);
      const facts = state.status === 'absent' ? { isClosed: false, isInGoodStanding: false } : await atTheClose(parts, state);
      return run(nomination, { type: 'ScreenNomination', reasons, ...facts, ...stampOf(parts, call) }, call);
    },
    withdrawNomination: ({ nomination }, call) => run(nomination, { type: 'WithdrawNomination', ...stampOf(parts, call) }, call),
  };
}

const NOTHING = { values: [], verifiedShare: '0', lastValues: [], isInGoodStanding: false, lacking: [] };

async function ofOthers(parts: Parts, state: State, { actions, series }: Pick<Existing, 'actions' | 'series'>) {
  if (state.status === 'absent') return { ofOthers: [], seriesOfOthers: [] };
  return {
    ofOthers: await actionsOfOthers(parts, state.city, actions),
    seriesOfOthers: await seriesOfOthers(parts, state.city, series),
  };
}

/** What a nomination is made of at this moment. */
async function handedIn(parts: Parts, state: Existing) {
  const { state: cycle } = await parts.store.load(cycles, state.cycle);
  const of = cycle.status === 'absent' ? undefined : await signatoryOfCity(parts, cycle.declaration, state.city);
  const values = await valuesOf(parts, state.actions);
  return {
    values,
    verifiedShare: verifiedShareOf(values),
    lastValues: await lastValuesOf(parts, state.series),
    isInGoodStanding: of !== undefined && isInGoodStanding(of.state, parts.clock.now()),
    lacking: await lackingOf(parts, state, values),
  };
}

async function atTheClose(parts: Parts, state: Existing) {
  const { state: cycle } = await parts.store.load(cycles, state.cycle);
  if (cycle.status === 'absent') return { isClosed: false, isInGoodStanding: false };
  const of = await signatoryOfCity(parts, cycle.declaration, state.city);
  return {
    isClosed: cycle.status !== 'draft' && cycle.status !== 'open',
    isInGoodStanding: of !== undefined && wasInGoodStanding(of.state, cycle.closesOn),
  };
}

function afterwards(parts: Parts): Pick<Commands, Afterwards> {
  const { store, texts } = parts;
  const said = withNote(commander(store, nominations, REJECTIONS), texts);
  return {
    objectToOutcome: ({ nomination, note: words }, call) =>
      said(nomination, words, call, (note) => ({ type: 'ObjectToOutcome', note, ...stampOf(parts, call) })),
    answerObjection: ({ nomination, note: words }, call) =>
      said(nomination, words, call, (note) => ({ type: 'AnswerObjection', note, ...stampOf(parts, call) })),
    proposePrizeWithdrawal: ({ nomination, grounds, note: words }, call) =>
      said(nomination, words, call, (note) => ({ type: 'ProposePrizeWithdrawal', grounds, note, ...stampOf(parts, call) })),
    answerPrizeWithdrawal: ({ nomination, note: words }, call) =>
      said(nomination, words, call, (note) => ({ type: 'AnswerPrizeWithdrawal', note, ...stampOf(parts, call) })),
    decidePrizeWithdrawal: ({ nomination, outcome, note: words }, call) =>
      said(nomination, words, call, (note) => ({ type: 'DecidePrizeWithdrawal', outcome, note, ...stampOf(parts, call) })),
  };
}
