import { moneyOf } from '@junkan/kit/grpc/fields.ts';
import type { MandateTerms } from '@junkan/proto/junkan/sponsor/v1/model.ts';
import type { Terms } from '../domain/mandate.ts';

export const termsOf = (terms: MandateTerms): Terms => ({
  ...terms,
  ticketMinimum: moneyOf(terms.ticketMinimum, 'terms.ticket_minimum'),
  ticketMaximum: moneyOf(terms.ticketMaximum, 'terms.ticket_maximum'),
  usualTicketLow: terms.usualTicketLow && moneyOf(terms.usualTicketLow, 'terms.usual_ticket_low'),
  usualTicketHigh: terms.usualTicketHigh && moneyOf(terms.usualTicketHigh, 'terms.usual_ticket_high'),
});
