// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '9475f9428f2a39d0';
