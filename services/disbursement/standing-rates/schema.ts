// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '2430e56d4f4f0fb6';
