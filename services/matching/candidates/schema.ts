// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'cf8006d7b5ff32c9';
