// openapi.json, as bytes in the binary.
#if defined(__APPLE__)
#error "written for ELF"
#endif
  .section .rodata
  .global qanat_openapi_begin
  .global qanat_openapi_end
  .balign 16
qanat_openapi_begin:
  .incbin QANAT_OPENAPI
qanat_openapi_end:
  .byte 0
  .section .note.GNU-stack, "", %progbits
