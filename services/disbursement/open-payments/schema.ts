// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'fb86734def78ae8a';
