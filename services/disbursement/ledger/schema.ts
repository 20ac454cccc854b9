// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'a55a07d6db5cc791';
