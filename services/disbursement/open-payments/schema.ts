// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '4b43dbfa63881c5f';
