import { approver, secretary } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { daysOn } from '@junkan/scripts/verify/ladder.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { first } from './actors.ts';
import { openSystem } from './open-system.ts';
import { admitted, invited, until } from './signatory.ts';

const { system, api, actors, store } = await openSystem();
const by = api.as;
let id: string;
let declaration: string;
let due: string;

const on = (days: number) => until(api, daysOn(due, days));

/** Silent about its plan, but for more time that it asks for once it is overdue: given notice, suspended, and left. */
beforeAll(async () => {
  const city = await actors.city();
  await actors.agreed(city, [[await actors.sponsor(), '1000.00']]);
  const joining = await invited(api, city);
  ({ id, declaration } = joining);
  await admitted(api, joining);
  const plan = { obligation: 'plan' };
  ({ due } = first((await by(secretary).getSignatory({ id })).obligations.filter(({ name }) => name === 'plan')));
  await on(3);
  await joining.certifier.askExtension({ id }, { ...plan, days: 30, note: 'The council meets in May.' });
  await by(approver).grantExtension({ id }, plan);
  await on(30 + 65);
  await by(secretary).prepareNotice({ id }, { ...plan, note: 'The plan has not come.' });
  await by(approver).issueNotice({ id }, plan);
  await on(30 + 130);
  await by(approver).suspendSignatory({ id }, plan);
  await on(30 + 130 + 740);
  await by(secretary).announceLapse({ id });
  await on(30 + 130 + 740 + 95);
  await by(approver).lapseSignatory({ id });
  await settled(api);
  await system.stop();
});

const events = (type: string, where = {}) => ({ in: 'programme', type, where }) as const;
const rung = (name: string, which = {}) => events('RungReached', { 'events.data.rung': name, 'events.data.obligation': 'plan', ...which });

describe('verify, of a city that signs a declaration', () => {
  test('finds nothing wrong where all of it is as it should be', async () => {
    expect(await store.verified()).toEqual({});
  });

  test('5: names who does what another has to do', async () => {
    const apart = [
      ['DeclarationPublished', 'DeclarationDrafted'],
      ['DeclarationSigned', 'CouncilDecided'],
      ['DeclarationSigned', 'MandateGiven'],
      ['SignatoryAdmitted', 'SignatureChecked'],
      ['NoticeIssued', 'NoticePrepared'],
      ['SignatorySuspended', 'NoticePrepared'],
      ['SignatoryLapsed', 'LapseAnnounced'],
    ] as const;
    for (const [second, before] of apart) {
      const { actor } = await store.commitOf(events(before));
      const alone = await store.changed(events(second), (data, commit) => {
        commit.actor = actor;
        data['by'] = actor.person;
      });
      expect(alone[5]?.join()).toContain(`${before} and ${second} of`);
      expect(alone[5]?.join()).toContain(`are by ${actor.person}`);
    }
    const named = await store.changed(events('NoticeIssued'), (data) => {
      data['by'] = 'somebody';
    });
    expect(named[5]?.join()).toContain('says somebody, but secretariat/secretariat.approver acted');
  });

  test('10: names a workflow that has ended where its city is a signatory still', async () => {
    const running = await store.changed(events('SignatoryLapsed'), (_, commit) => {
      commit.events = commit.events.map((event) => ({ ...event, type: 'LapseAnnounced' }));
    });
    expect(running[10]).toEqual([`workflow signatory:${id}:1 is COMPLETED, but should be RUNNING`]);
  });

  test('12: names a decision whose file is not kept', async () => {
    const missing = await store.changed(events('CouncilDecided'), ({ decision }) => {
      decision.document = 'b'.repeat(64);
    });
    expect(missing[12]).toEqual([`the file ${'b'.repeat(64)} is cited and not kept`]);
  });

  test('13: names who acts for another city', async () => {
    const others = await store.changed(events('CouncilDecided'), (_, commit) => {
      commit.actor = { ...commit.actor, organisation: 'secretariat' };
    });
    expect(others[13]?.join()).toContain(`CouncilDecided of ${id}@2 is by`);
  });

  test('38: names a signature out of order, without a mandate, of another text, or of a version that was not in force', async () => {
    const late = await store.changed(events('CouncilDecided'), ({ decision }) => {
      decision.on = '2090-01-01';
    });
    expect(late[38]?.join()).toContain(`the signature of attempt 1 of ${id} is of`);
    const other = await store.changed(events('MandateGiven'), (data) => {
      data['person'] = 'somebody';
    });
    expect(other[38]?.join()).toContain('and the mandate is of somebody');
    const text = await store.changed(events('DeclarationDrafted'), (data) => {
      data['text'].preamble[0].text = 'We mean to burn it all.';
    });
    expect(text[38]).toEqual([
      `version 1 of ${declaration} was published with other texts than were drafted`,
      `the signature of attempt 1 of ${id} is of another text than version 1 of ${declaration} in en`,
    ]);
    const rule = await store.changed(events('DeclarationDrafted'), (data) => {
      data['text'].rule.suspensionDays = 200;
    });
    expect(rule[38]).toEqual([`attempt 1 of ${id} was admitted under another rule than version 1 of ${declaration} has`]);
    const later = await store.changed(events('DeclarationPublished'), (_, commit) => {
      commit.at = '2099-01-01T00:00:00.000Z';
    });
    expect(later[38]?.join()).toContain('which was not in force at');
    const unchecked = await store.changed(events('SignatureChecked'), (_, commit) => {
      commit.events = commit.events.map((event) => ({ ...event, type: 'SignatureReturned' }));
    });
    expect(unchecked[38]?.join()).toContain('was admitted by secretariat/secretariat.approver after SignatureReturned');
  });

  test('39: names a stream of another city, and a city that begins while it is a signatory', async () => {
    const other = await store.changed(events('CityInvited'), (data) => {
      data['declaration'] = 'dcl_0000000000000000000000000';
    });
    expect(other[39]?.join()).toContain(`${id} is not the signatory that`);
    const again = await store.changed(events('NoticeIssued'), (data, commit) => {
      commit.events = commit.events.map((event) => ({ ...event, type: 'InterestExpressed', data: { ...data, attempt: 2 } }));
    });
    expect(again[39]?.join()).toMatch(/begins for the 2. time \(@\d+\) after NoticePrepared/);
  });

  test('40: names what is due on another day, and a step that came early, twice, on another day, or not at all', async () => {
    const told = await store.changed(events('SignatoryAdmitted'), ({ obligations }) => {
      obligations[0].due = '2040-01-01';
    });
    expect(told[40]?.join()).toContain('was told that it owes plan by 2040-01-01');
    const early = await store.changed(rung('certifier-reminded'), (_, commit) => {
      commit.at = `${daysOn(due, 30)}T00:00:00.000Z`;
    });
    expect(early[40]?.join()).toContain('certifier-reminded of plan of attempt 1');
    const moved = await store.changed(rung('help-offered'), (data) => {
      data['on'] = daysOn(data['on'], 1);
    });
    expect(moved[40]?.join()).toContain('help-offered of plan of attempt 1');
    const twice = await store.changed(rung('reminded', { 'events.data.days': 30 }), (data) => {
      data['days'] = 90;
    });
    expect(twice[40]).toEqual([
      expect.stringMatching(/^reminded of plan of .* was recorded twice$/),
      expect.stringMatching(/^reminded of plan of .* was recorded as of/),
      expect.stringMatching(/^reminded-30 on .* of plan of .* is not recorded$/),
    ]);
    const longer = await store.changed(events('ExtensionGranted'), (data) => {
      data['days'] = 31;
    });
    expect(longer[40]?.join()).toContain('31 days more for plan of attempt 1');
    const asked = await store.changed(events('ExtensionAsked'), (data) => {
      data['days'] = 91;
    });
    expect(asked[40]?.join()).toContain('after ExtensionAsked of 91 days of 90');
  });

  test('41: names a suspension without notice, before its day, or in review, and a lapse before its own', async () => {
    const unheard = await store.changed(events('NoticeIssued'), (data) => {
      data['obligation'] = 'report-1';
    });
    expect(unheard[41]?.join()).toContain(`the suspension for plan of attempt 1 of ${id} has no notice`);
    const early = await store.changed(events('SignatorySuspended'), (data) => {
      data['on'] = daysOn(due, 30 + 100);
    });
    expect(early[41]?.join()).toContain('on day 100 of its turn, and may be after day 120');
    expect(early[41]?.join()).toContain('and its answer could come until');
    const soon = await store.changed(events('NoticeIssued'), (data) => {
      data['on'] = daysOn(due, 30 + 59);
    });
    expect(soon[41]?.join()).toContain('and may be from');
    const said = await store.changed(events('NoticeIssued'), (data) => {
      data['suspensionFrom'] = daysOn(due, 30 + 60);
    });
    expect(said[41]?.join()).toContain('says that a suspension may follow from');
    const inReview = await store.changed(rung('last-reminder'), (data, commit) => {
      const turned = { obligation: 'plan', fact: 'submitted', on: data['on'], source: 'pln_a@1', at: data['at'] };
      commit.events = commit.events.map((event) => ({ ...event, type: 'TurnChanged', data: turned }));
    });
    expect(inReview[41]?.join()).toContain('when it was in review');
    expect(inReview[40]?.join()).toContain('by pln_a@1, which is not recorded');
    const handedIn = await store.changed(rung('last-reminder'), (data, commit) => {
      const plan = { signatory: id, attempt: 1, city: 'org_a', dueOn: due, due: data['at'], at: data['at'], edition: 1 };
      commit.stream = 'pln_handed';
      commit.from = 1;
      commit.events = ['PlanOpened', 'PlanSubmitted'].map((type) => ({ schema: 1, type, data: plan }));
    });
    expect(handedIn[41]?.join()).toContain('SignatorySuspended for plan of attempt 1');
    expect(handedIn[41]?.join()).toMatch(/after PlanSubmitted at /);
    const lapsed = await store.changed(events('SignatoryLapsed'), (data) => {
      data['on'] = daysOn(due, 700);
    });
    expect(lapsed[41]?.join()).toContain(`attempt 1 of ${id} lapsed on`);
  });

  test('42: names what of money a suspension has caused', async () => {
    const { causationId } = await store.commitOf(events('SignatorySuspended'));
    for (const cause of [causationId, `signatory:${id}:1`]) {
      const caused = await store.changed({ in: 'disbursement', type: 'AgreementDrafted' }, (_, commit) => {
        commit.causationId = cause;
      });
      expect(caused[42]).toEqual([expect.stringMatching(/^agr_.*@0000000001 in disbursement was caused by /)]);
    }
  });
});
