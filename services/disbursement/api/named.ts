import { idOf } from '@junkan/kit/grpc/fields.ts';

/** The payment that a request names, with its agreement. */
export const named = (request: { agreement: string; payment: string }) => ({
  agreement: idOf('agr', request.agreement, 'agreement'),
  payment: idOf('pay', request.payment, 'payment'),
});
