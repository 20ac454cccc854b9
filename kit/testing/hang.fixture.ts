/** What has not come by then never comes, however busy the machine is. No limit of a test says how long something should take. */
export const HANG_MS = 120_000;
