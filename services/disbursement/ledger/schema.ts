// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'eaa9405ba1f07542';
