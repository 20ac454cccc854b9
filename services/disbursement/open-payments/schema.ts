// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'cd1780397125b075';
