"""Many reports in one go: each is built by one pure function of files, in processes of this machine or of others."""
