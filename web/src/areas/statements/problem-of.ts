/** The problem by which a rejection is told: PaymentIsNotReported is payment-is-not-reported. */
export const problemOf = (rejection: string): string => `/problems/${rejection.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()}`;
