// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'cc3b3a5428d73a89';
