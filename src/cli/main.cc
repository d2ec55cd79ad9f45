#include "cli/cli.h"

int main(int argc, char** argv) { return qanat::cli::run(argc, argv); }
