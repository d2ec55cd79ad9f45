# Every tests/ROOM_test.cc becomes a test of that room alone; any other tests/X_test.cc may use the whole house.
find_package(GTest REQUIRED)
file(GLOB tests CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/*_test.cc)
foreach(path IN LISTS tests)
  get_filename_component(name ${path} NAME_WE)
  string(REGEX REPLACE "_test$" "" room ${name})
  if(NOT TARGET qanat_${room})
    set(room cli)
  endif()
  add_executable(${name} ${path})
  target_link_libraries(${name} PRIVATE qanat_${room} ${qanat_libraries_${room}} GTest::gtest_main)
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  target_compile_definitions(${name} PRIVATE QANAT_ROOT="${CMAKE_SOURCE_DIR}"
    QANAT_BINARY="$<$<TARGET_EXISTS:qanat>:${CMAKE_BINARY_DIR}/qanat>")
  # The rooms are optimised as always; what only asks them questions compiles in two thirds of the time.
  target_compile_options(${name} PRIVATE $<$<CONFIG:Release>:-O1>)
  add_test(NAME ${name} COMMAND ${name} WORKING_DIRECTORY ${CMAKE_BINARY_DIR})
endforeach()
