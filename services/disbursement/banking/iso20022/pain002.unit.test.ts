import { describe, expect, test } from 'vitest';
import { opened, sample } from './opened.fixture.ts';
import { readPain002 } from './pain002.ts';

const VERSIONS = ['03', '10', '12'] as const;
const report = (version: string) => sample(`pain.002.001.${version}.xml`);
function read(text: string) {
  const answer = readPain002(opened(text));
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.content;
}
const TRANSFER = /<TxInfAndSts>[\s\S]*<\/TxInfAndSts>/;

describe.each(VERSIONS)('a status report of version .%s', (version) => {
  const text = report(version);

  test('gives the status of each transfer with its reason', () => {
    expect(read(text)).toEqual({
      of: 'JUNKAN-20260804-0001',
      messageId: 'EXMP-STS-1',
      created: '2026-08-05T02:00:00Z',
      statuses: [
        {
          endToEndId: 'JUNKAN-01KBX7S0D4EF8R9T2V3W4G5Z62',
          status: 'RJCT',
          code: 'RJCT',
          reasonCode: 'AC01',
          reasonText: 'Account number is not valid',
        },
      ],
      held: [],
    });
  });

  test('is never taken for a word on each transfer where it speaks of the group or an instruction alone', () => {
    const group = text.replace(/<OrgnlPmtInfAndSts>[\s\S]*<\/OrgnlPmtInfAndSts>/, '').replace('PART', 'RJCT');
    expect(read(group)).toMatchObject({ statuses: [], held: [{ reason: 'group-only', status: 'RJCT' }] });
    const instruction = text.replace(TRANSFER, '<PmtInfSts>RJCT</PmtInfSts><StsRsnInf><Rsn><Prtry>X1</Prtry></Rsn></StsRsnInf>');
    expect(read(instruction)).toMatchObject({ statuses: [], held: [{ reason: 'instruction-only', status: 'RJCT', reasonCode: 'X1' }] });
    const neither = text.replace(TRANSFER, '').replace('<GrpSts>PART</GrpSts>', '');
    expect(read(neither)).toMatchObject({ statuses: [], held: [{ reason: 'group-only' }] });
  });

  test('keeps what it says of the whole where it names transfers as well: that is of the others', () => {
    const group = text.replace('<GrpSts>PART</GrpSts>', '<GrpSts>RJCT</GrpSts>');
    expect(read(group)).toMatchObject({ statuses: [{ status: 'RJCT' }], held: [{ reason: 'group', status: 'RJCT' }] });
    const instruction = text.replace(TRANSFER, (transfer) => `<PmtInfSts>RJCT</PmtInfSts>${transfer}`);
    expect(read(instruction)).toMatchObject({ statuses: [{}], held: [{ reason: 'instruction', status: 'RJCT' }] });
  });

  test('holds a transfer without a reference or a status', () => {
    const ofNone = text.replace(/<OrgnlEndToEndId>.*<\/OrgnlEndToEndId>/, '<OrgnlEndToEndId>NOTPROVIDED</OrgnlEndToEndId>');
    expect(read(ofNone)).toMatchObject({ statuses: [], held: [{ reason: 'no-end-to-end-id', status: 'RJCT' }] });
    expect(read(text.replace('<TxSts>RJCT</TxSts>', ''))).toMatchObject({ statuses: [], held: [{ reason: 'no-status' }] });
  });

  test('takes the instruction’s reference, which is the same, where a bank gives back that alone', () => {
    const other = text.replaceAll('OrgnlEndToEndId', 'OrgnlInstrId');
    expect(read(other)).toMatchObject({ statuses: [{ endToEndId: 'JUNKAN-01KBX7S0D4EF8R9T2V3W4G5Z62' }], held: [] });
  });
});

test('a code that is not known here is returned as the bank wrote it', () => {
  expect(read(report('12').replace('<TxSts>RJCT', '<TxSts>BLCK'))).toMatchObject({ statuses: [{ status: 'unrecognised', code: 'BLCK' }] });
});

test('several transfers of several instructions are returned in the order of the file', () => {
  const text = report('03');
  const more = text.replace(/<OrgnlPmtInfAndSts>[\s\S]*<\/OrgnlPmtInfAndSts>/, (all) =>
    ['A', 'B']
      .map((name) => all.replace('JUNKAN-01KBX7S0D4EF8R9T2V3W4G5Z62', name).replace('RJCT', name === 'A' ? 'ACSP' : 'PDNG'))
      .join(''),
  );
  expect(read(more).statuses.map(({ endToEndId, status }) => [endToEndId, status])).toEqual([
    ['A', 'ACSP'],
    ['B', 'PDNG'],
  ]);
});

test('version .10, which has no XSD here, is refused where it lacks what is read of it', () => {
  const answer = readPain002(opened(report('10').replace(/<OrgnlMsgId>.*<\/OrgnlMsgId>/, '')));
  expect(answer).toMatchObject({ ok: false, refusal: { type: 'ValueIsUnreadable', field: 'OrgnlMsgId', line: 5 } });
  const empty = readPain002(opened('<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"/>'));
  expect(empty).toMatchObject({ ok: false, refusal: { field: 'CstmrPmtStsRpt' } });
});

test('a file of another message is a mistake of the caller', () => {
  expect(() => readPain002(opened(sample('camt.053.001.08.xml')))).toThrow('no status report');
});
