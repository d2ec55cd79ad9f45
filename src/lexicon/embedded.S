// The linguists' files, joined by the build, as bytes in the binary.
#if defined(__APPLE__)
#error "written for ELF"
#endif
  .section .rodata
  .global qanat_lexicon_begin
  .global qanat_lexicon_end
  .balign 16
qanat_lexicon_begin:
  .incbin QANAT_LEXICON
qanat_lexicon_end:
  .byte 0
  .section .note.GNU-stack, "", %progbits
