mod storing;
