import type { Group } from './alert.ts';

/** Whether persons do what waits for them. */
export const OF_WORK: Group = {
  name: 'junkan-work',
  title: 'Work and money',
  alerts: [
    {
      name: 'PaymentsAreOverdue',
      severity: 'warning',
      expr: 'max by (kind) (junkan_work_overdue{kind=~"payment-.*"}) > 0',
      for: '1h',
      means: 'A step of a payment is past its date: it is to be requested, approved, instructed, reported or confirmed.',
      todo: ['Tell finance. The work list with the filter of that kind and “overdue” names the payments and whom each waits for.'],
      example: {
        series: { 'junkan_work_overdue{service="catalogue",kind="payment-to-approve"}': '2x90' },
        labels: { kind: 'payment-to-approve' },
        after: 70,
      },
    },
    {
      name: 'ApprovalsWait',
      severity: 'info',
      expr: 'max by (kind) (junkan_work_oldest_seconds{kind=~".*-to-(approve|confirm|decide)"}) > 14 * 86400',
      for: '1h',
      means: 'A second person has not approved, confirmed or decided for two weeks.',
      todo: [
        'The work list with that kind, oldest first, says whom it waits for. A person who is away gives the role to another: [delegation](delegation.md).',
      ],
      example: {
        series: { 'junkan_work_oldest_seconds{service="catalogue",kind="offer-to-approve"}': '1300000x90' },
        labels: { kind: 'offer-to-approve' },
        after: 70,
      },
    },
    {
      name: 'WorkIsOverdue',
      severity: 'info',
      expr: 'max by (kind) (junkan_work_overdue{kind!~"payment-.*"}) > 0',
      for: '4h',
      means: 'Work of another kind has been past its date for four hours.',
      todo: [
        'Reminders and escalations go to those concerned by themselves. Where a kind grows, its organisation has too few persons with that role.',
      ],
      example: {
        series: { 'junkan_work_overdue{service="catalogue",kind="screening"}': '1x260' },
        labels: { kind: 'screening' },
        after: 250,
      },
    },
    {
      name: 'PaymentsHaveFailed',
      severity: 'warning',
      expr: 'max(junkan_payments{status="failed"}) > 0',
      for: '4h',
      means: 'A payment has failed at the bank and has not been requested again for four hours.',
      todo: ['Tell finance. The list of payments with the status `failed` names them, with what the bank said.'],
      example: { series: { 'junkan_payments{service="catalogue",status="failed"}': '1x300' }, labels: {}, after: 260 },
    },
    {
      name: 'ClearancesExpire',
      severity: 'info',
      expr: 'max(junkan_clearances_expiring) > 0',
      for: '1h',
      means:
        'The clearance of a city or an agency ends within 30 days; without it no project of it is approved where due diligence is required.',
      todo: ['The work list has `clearance-ending` for the secretariat: request due diligence again.'],
      example: { series: { 'junkan_clearances_expiring{service="catalogue"}': '1x90' }, labels: {}, after: 70 },
    },
    {
      name: 'MailIsNotDelivered',
      severity: 'warning',
      expr: 'max(junkan_mail_undelivered) > 0',
      for: '30m',
      means:
        'Mail could not be handed over to the mail server for half an hour. Notices are all on the page, whether mail goes out or not.',
      todo: [
        'The log of notices has the server’s answer. See `JUNKAN_SMTP_URL`, its password and its certificate.',
        'One address that refuses mail is the person’s to change, in the settings of notices.',
      ],
      example: { series: { 'junkan_mail_undelivered{service="notices"}': '3x60' }, labels: {}, after: 40 },
    },
    {
      name: 'FilesAreNotScanned',
      severity: 'warning',
      expr: 'sum(junkan_files_held{state="pending"}) > 0',
      for: '30m',
      means:
        'Files have waited for half an hour for the scanner for viruses. Until it has a verdict nobody opens them, and no report or document cites them.',
      todo: [
        'The log of the project registry has what the scanner at `JUNKAN_SCANNER` answered. Start clamd again, or let the project registry reach it.',
        '“INSTREAM size limit exceeded” is of a file that clamd does not take: give it a `StreamMaxLength` of at least `JUNKAN_POLICY_EVIDENCE_BYTES`.',
      ],
      example: { series: { 'junkan_files_held{service="project-registry",state="pending"}': '2x60' }, labels: {}, after: 40 },
    },
  ],
};
