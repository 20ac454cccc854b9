import { sleep } from '@temporalio/workflow';
import type {
  CycleInput,
  EnquiryInput,
  ExchangeInput,
  FundingInput,
  MilestoneInput,
  PassportInput,
  RequestInput,
  ScreeningInput,
  SessionInput,
  SignatoryInput,
} from '../contract.ts';
import * as today from '../flows/workflows.ts';

// The workflows with a change that no running one would survive: each sleeps before its first observation.

const MOMENT = '1 second';

export async function Screening(input: ScreeningInput): Promise<void> {
  await sleep(MOMENT);
  await today.Screening(input);
}

export async function FundingLifecycle(input: FundingInput): Promise<void> {
  await sleep(MOMENT);
  await today.FundingLifecycle(input);
}

export async function MilestoneLifecycle(input: MilestoneInput): Promise<void> {
  await sleep(MOMENT);
  await today.MilestoneLifecycle(input);
}

export async function Passport(input: PassportInput): Promise<void> {
  await sleep(MOMENT);
  await today.Passport(input);
}

export async function Signatory(input: SignatoryInput): Promise<void> {
  await sleep(MOMENT);
  await today.Signatory(input);
}

export async function Exchange(input: ExchangeInput): Promise<void> {
  await sleep(MOMENT);
  await today.Exchange(input);
}

export async function Request(input: RequestInput): Promise<void> {
  await sleep(MOMENT);
  await today.Request(input);
}

export async function Session(input: SessionInput): Promise<void> {
  await sleep(MOMENT);
  await today.Session(input);
}

export async function Cycle(input: CycleInput): Promise<void> {
  await sleep(MOMENT);
  await today.Cycle(input);
}

export async function Enquiry(input: EnquiryInput): Promise<void> {
  await sleep(MOMENT);
  await today.Enquiry(input);
}
