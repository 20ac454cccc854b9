// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '14bbb8007fd3e1d7';
