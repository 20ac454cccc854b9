// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '95e0df179e0e64a8';
