// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '9702a9f514b8b8a1';
