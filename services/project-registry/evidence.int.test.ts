import { createHash, randomBytes } from 'node:crypto';
import { WORKFLOW_ACTOR } from '@junkan/kit/call.ts';
import { HOSTILE } from '@junkan/kit/files/hostile.fixture.ts';
import { PAGES, pdf, stream } from '@junkan/kit/files/made.fixture.ts';
import { idFrom, newId } from '@junkan/kit/ids.ts';
import type { ProblemError } from '@junkan/kit/problem.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { actor, by, proposal, refusal, registry, secretary, usd } from './registry.fixture.ts';

const client = registry();

async function* inParts(bytes: Buffer, mediaType: string) {
  const size = 64 * 1024;
  for (let at = 0; at < bytes.length; at += size) yield { mediaType: at === 0 ? mediaType : '', part: bytes.subarray(at, at + size) };
}

/** A text of random letters. */
const letters = (size: number): Buffer =>
  Buffer.from(
    randomBytes(Math.ceil(size / 2))
      .toString('hex')
      .slice(0, size),
  );

async function downloaded(hash: string, as: Actor): Promise<{ mediaType: string; bytes: Buffer }> {
  const parts: Buffer[] = [];
  let type = '';
  for await (const { mediaType, part } of client.queries.downloadEvidence({ hash }, by(as))) {
    parts.push(part);
    type = mediaType;
  }
  return { mediaType: type, bytes: Buffer.concat(parts) };
}

describe('evidence', () => {
  const bytes = pdf([...PAGES, stream('', randomBytes(1024 * 1024))]);
  const hash = createHash('sha256').update(bytes).digest('hex');
  let officer: Actor;
  beforeAll(async () => {
    officer = (await client.registered('yokosuka')).officer;
  });

  test('a megabyte comes back as it was, and the same bytes are kept once', async () => {
    const { commands } = client;
    const expected = { hash, size: BigInt(bytes.length), mediaType: 'application/pdf', name: '', scan: '' };
    expect(await commands.uploadEvidence(inParts(bytes, 'application/pdf'), by(officer))).toEqual(expected);
    expect(await commands.uploadEvidence(inParts(bytes, 'application/pdf'), by(officer))).toEqual(expected);
    const back = await downloaded(hash, officer);
    expect(back.mediaType).toBe('application/pdf');
    expect(back.bytes.equals(bytes)).toBe(true);
  });

  test('another media type, too many bytes, another role and an unknown hash are refused', async () => {
    const { commands } = client;
    const invalid = { kind: 'invalid', type: 'FieldIsInvalid' };
    expect(await refusal(commands.uploadEvidence(inParts(bytes, 'text/html'), by(officer)))).toEqual(invalid);
    expect(await refusal(commands.uploadEvidence(inParts(letters(2_000_001), 'text/plain'), by(officer)))).toEqual(invalid);
    const approver = actor('per_approver', 'secretariat', 'secretariat.approver');
    expect(await refusal(commands.uploadEvidence(inParts(bytes, 'text/plain'), by(approver)))).toEqual({
      kind: 'forbidden',
      type: 'RoleIsMissing',
    });
    expect(await refusal(downloaded('0'.repeat(64), officer))).toEqual({ kind: 'not-found', type: 'EvidenceNotFound' });
  });

  test('a hostile file is refused with the reason, and nothing of it is kept', async () => {
    const { commands } = client;
    for (const { bytes: sent, mediaType, fault, name } of HOSTILE.filter(
      (each) => each.bytes.length < 2_000_000 && !each.mediaType.includes('svg'),
    )) {
      const refused = commands.uploadEvidence(inParts(sent, mediaType), by(officer)).then(
        () => undefined,
        (error: ProblemError) => error.problem,
      );
      const problem = await refused;
      const isOther = problem?.type === 'FieldIsInvalid';
      expect([name, isOther || problem?.data['reason']]).toEqual([name, isOther || fault]);
      const kept = createHash('sha256').update(sent).digest('hex');
      expect(await refusal(downloaded(kept, officer))).toEqual({ kind: 'not-found', type: 'EvidenceNotFound' });
    }
  });

  test('an organisation that is not registered uploads nothing, and one that is no more than its quota', async () => {
    const { commands } = client;
    const stranger = actor('per_stranger', newId('org'), 'proposer.officer');
    expect(await refusal(commands.uploadEvidence(inParts(bytes, 'text/plain'), by(stranger)))).toEqual({
      kind: 'forbidden',
      type: 'OrganisationIsNotRegistered',
    });
    const { officer: uploader } = await client.registered('kobe');
    const [first, second, third] = [1_800_000, 1_800_000, 100_000].map(letters);
    const put = (content: Buffer = letters(10)) => commands.uploadEvidence(inParts(content, 'text/plain'), by(uploader));
    await put(first);
    await put(second);
    expect(await refusal(put(letters(1_000_000)))).toEqual({ kind: 'conflict', type: 'EvidenceQuotaIsUsedUp' });
    await put(first);
    await put(third);
  });

  test('a report names evidence that its own organisation uploaded, and its verifier sees each file', async () => {
    const { commands, queries } = client;
    const { proposer, officer: reporter } = await client.registered('nagoya');
    const colleague = { ...reporter, person: 'per_colleague' };
    const { id: project } = await commands.draftProject({ proposer, proposal }, by(reporter));
    const agreement = newId('agr');
    const milestone = idFrom('mst', agreement, 1);
    await commands.beginMilestone(
      { milestone, project, agreement, proposer, number: 1, title: 'Site', dueOn: '2026-12-01', amount: usd(100n) },
      by(WORKFLOW_ACTOR),
    );
    const report = { milestone, indicators: [], note: 'Built.', fileNamesPublic: false };
    expect(await refusal(commands.submitMilestoneReport({ ...report, evidence: ['0'.repeat(64)] }, by(reporter)))).toEqual({
      kind: 'invalid',
      type: 'EvidenceIsUnknown',
    });
    expect(await refusal(commands.submitMilestoneReport({ ...report, evidence: [hash] }, by(reporter)))).toEqual({
      kind: 'invalid',
      type: 'EvidenceIsUnknown',
    });
    expect(await refusal(downloaded(hash, secretary))).toEqual({ kind: 'not-found', type: 'EvidenceNotFound' });
    for (const uploader of [colleague, colleague, reporter]) await commands.uploadEvidence(inParts(bytes, 'application/pdf'), by(uploader));
    await commands.submitMilestoneReport({ ...report, evidence: [hash] }, by(reporter));
    expect(await queries.getMilestone({ id: milestone }, by(secretary))).toMatchObject({
      status: 'submitted',
      note: 'Built.',
      report: { number: 1, evidence: [hash], submittedBy: reporter.person },
      reportedBy: expect.arrayContaining(['per_colleague', reporter.person]),
    });
    const { reports } = await queries.readMilestone({ id: milestone, permissions: false }, by(secretary));
    expect(reports).toMatchObject([
      {
        number: 1,
        submitted: { note: 'Built.', by: reporter.person },
        files: [{ hash, size: BigInt(bytes.length), mediaType: 'application/pdf' }],
      },
    ]);
    expect(reports[0]?.files[0]?.uploads.map(({ person }) => person)).toEqual(['per_colleague', reporter.person]);
    await expect.poll(async () => (await downloaded(hash, secretary)).bytes.equals(bytes)).toBe(true);
  });
});
