// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '0e0b423dd2886c16';
