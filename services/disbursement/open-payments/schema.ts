// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '2bc47ce870f6f87b';
