// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '67340a8c920e0b48';
