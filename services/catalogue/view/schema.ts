// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '7f21e0e208e488c0';
