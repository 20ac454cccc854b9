/** What is not there by then does not come, however busy the machine is. No limit of a test is what something is expected to take. */
export const HANG_MS = 600_000;
