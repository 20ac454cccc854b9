import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type Change = {
  /** From the top of the workspace. */
  readonly file: string;
  readonly text: string;
  readonly instead: string;
};

/** A defence of the product, with what its code reads as where it is gone. */
export type Control = {
  readonly changes: readonly Change[];
  /** How the work is disturbed, so that the defence is needed. */
  readonly disturbed: 'not' | 'by-kills-of-mongo' | 'by-a-stream-that-is-gone' | 'by-repeated-messages';
};

export const CONTROLS = {
  'version guard': {
    disturbed: 'not',
    changes: [
      {
        file: 'kit/store/event-store.ts',
        text: '_id: commitKey(stream, from),',
        instead: '_id: [commitKey(stream, from), commandId].join(),',
      },
    ],
  },
  'unique command id': {
    disturbed: 'not',
    changes: [
      { file: 'kit/store/commit-log.ts', text: '{ unique: true }', instead: '{}' },
      // What is prepared is looked up once more before that.
      {
        file: 'kit/store/event-store.ts',
        text: 'if (await recordedBefore({ log, histories }, request, seen)) return undefined;',
        instead: '',
      },
    ],
  },
  journal: {
    disturbed: 'by-kills-of-mongo',
    changes: [
      { file: 'kit/mongo.ts', text: "{ w: 'majority', journal: true }", instead: "{ w: 'majority', journal: false }" },
      { file: 'infra/embedded/specs.ts', text: "    '--sync-on-commit',\n", instead: '' },
    ],
  },
  'relay marks': {
    disturbed: 'by-a-stream-that-is-gone',
    changes: [
      {
        file: 'kit/messaging/relay-marks.ts',
        text: 'if (isThere && isSigned(stored.string())) return',
        instead: 'if (mark) return',
      },
    ],
  },
  'maker and checker': {
    disturbed: 'not',
    changes: [
      {
        file: 'services/disbursement/agreements/payments/payment-decide.ts',
        text: "[...dutiesBefore(payment), ['requested', payment.requestedBy]]",
        instead: 'dutiesBefore(payment)',
      },
    ],
  },
  targets: {
    disturbed: 'not',
    // Not in the rules: they are bundled for the engine, past what takes a defence out.
    changes: [
      {
        file: 'workflows/activities/milestone-view.ts',
        text: 'agreement.results.filter((result) => result.tranche === tranche)',
        instead: 'agreement.results.filter(() => false)',
      },
    ],
  },
  'idempotent views': {
    disturbed: 'by-repeated-messages',
    changes: [{ file: 'kit/views/loop.ts', text: 'if (event.version !== before + 1 ||', instead: 'if (event.version > before + 1 ||' }],
  },
} as const satisfies Record<string, Control>;

export type ControlName = keyof typeof CONTROLS;
export const CONTROL_NAMES = Object.keys(CONTROLS) as ControlName[];

/** The setting that names the defence which is gone. */
export const WITHOUT = 'JUNKAN_FAULTS_WITHOUT';

export const ROOT = new URL('../../../', import.meta.url);

/** @throws where the text is not there exactly once: the control no longer fits the code. */
export function changed(source: string, { file, text, instead }: Change): string {
  const count = source.split(text).length - 1;
  if (count !== 1) throw new Error(`the control no longer fits the code: ${JSON.stringify(text)} is ${count} times in ${file}`);
  return source.replace(text, () => instead);
}

/** @throws where one of its changes does not fit. */
export function mustFit(name: ControlName): void {
  for (const change of CONTROLS[name].changes) changed(readFileSync(fileURLToPath(new URL(change.file, ROOT)), 'utf8'), change);
}
