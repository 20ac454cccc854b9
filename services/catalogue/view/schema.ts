// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '5edc0958326cc1f1';
